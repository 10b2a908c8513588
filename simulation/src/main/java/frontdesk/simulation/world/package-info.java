/// A whole world in one seed: customers who repeat themselves, operators who take over, a fickle
/// model, messages that no turn can bear, a remote system and a messaging platform that keep
/// count, server processes that crash, stand still and take over from one another above one
/// store, and an oracle that compares what went in, what was done, what arrived and what was
/// recorded.
///
/// A new actor lives on the street: a record that runs there, started by `Customers`, and draws
/// from its own chance, so that leaving others out changes nothing about it. (People of the shop
/// are in the office: `Operators`.) What it may do to a conversation at any step is a `Blow`:
/// `Storm` draws it, `World` carries it out, and so it is recorded, played again and left out
/// when a failing run shrinks. A system beside the backend keeps what it saw, as `Backend` does,
/// for a class of rules that `Oracle` calls. What has to happen often is counted by `Ledger.saw`.
///
/// A new deliberate bug is a class in the tests that implements `Bug`: it puts its own journal,
/// outbox, channel, tool or model around one of the `Parts`, and names the invariant that gives
/// it away.
@NullMarked
package frontdesk.simulation.world;

import org.jspecify.annotations.NullMarked;
