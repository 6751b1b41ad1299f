package app.afterwell.aftercare.plan;

/** What a client says of an item on a day. A day without an answer is none of these: nobody knows. */
public enum Kept {
    DONE,
    PARTLY,
    NOT
}
