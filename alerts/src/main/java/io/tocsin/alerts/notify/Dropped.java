package io.tocsin.alerts.notify;

/** Why a delivery was not made. */
enum Dropped {
    /** The ledger says that it is settled: a restart reads it again. */
    ALREADY_SENT,
    /** It waits already: a partition that comes back is read again. */
    ALREADY_WAITING,
    /** The alert was written longer ago than deliveries are tried. */
    EXPIRED,
    /** The receiver said no, for good. */
    REJECTED,
    /** Somebody has silenced or acknowledged it. */
    SILENCED,
    /** The process ends or no longer owns the alert: it is left to the next. */
    HANDED_OVER,
    /** The record is no alert. */
    UNREADABLE
}
