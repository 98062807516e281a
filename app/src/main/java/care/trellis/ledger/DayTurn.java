package care.trellis.ledger;

/** What may be done with a day of a site once its sessions are over. */
public enum DayTurn {
    CLOSED,
    REOPENED
}
