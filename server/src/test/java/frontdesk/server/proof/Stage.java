package frontdesk.server.proof;

import frontdesk.simulation.MemoryJournal;
import frontdesk.simulation.Simulation;

/// What a world offers its play.
record Stage(
    long seed,
    Simulation simulation,
    Weather weather,
    MemoryJournal journal,
    Ledger ledger,
    Chronicle chronicle,
    Fitting fitting) {}
