package app.afterwell.aftercare.followup;

/** How many tasks are open for whoever asks; the owner gets them all, and nothing but the numbers. */
public record TaskCounts(long open, long urgent, long mine) {}
