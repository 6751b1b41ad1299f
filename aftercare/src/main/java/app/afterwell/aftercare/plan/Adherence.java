package app.afterwell.aftercare.plan;

/**
 * How often an item was done.
 *
 * @param done days on which it was ticked
 * @param due days on which it was due until now; 0 if none yet
 */
public record Adherence(String item, String title, int done, int due) {}
