.PHONY: recreate test

# A fresh demo on port 8001, with no data from before.
recreate:
	rm -rf target/recreate
	bin/frontdesk demo --port 8001 --data target/recreate

test:
	bin/check
