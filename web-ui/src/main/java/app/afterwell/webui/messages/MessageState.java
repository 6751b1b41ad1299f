package app.afterwell.webui.messages;

/** Where a message stands. */
enum MessageState {
    WAITING,
    /** Handed to the channel; whether it took it is not known yet. */
    SENDING,
    SENT,
    /** It will not be tried again by itself: refused, or there is no way to send it. */
    FAILED,
    /** It was no longer true, or not wanted. */
    DROPPED,
    /** Somebody took it out of the queue. */
    CANCELLED
}
