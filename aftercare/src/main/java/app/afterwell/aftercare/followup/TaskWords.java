package app.afterwell.aftercare.followup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a task is called and what to say on the phone: plain words that give nothing away. */
final class TaskWords {

    private TaskWords() {}

    static String title(TaskKind kind, String client) {
        return switch (kind) {
            case URGENT_ALERT, SILENT_CLIENT -> "Ring " + client;
            case WATCH -> "Look at " + client + "’s plan";
            case UNSIGNED_NOTE -> "Sign " + client + "’s note";
            case PROFILE_CHANGED -> "Health form changed: " + client;
        };
    }

    static List<String> words(TaskKind kind, Urgency urgency, String client, @Nullable String therapist) {
        String first = client.contains(" ") ? client.substring(0, client.indexOf(' ')) : client;
        String who = therapist == null ? "Your therapist" : therapist;
        return switch (kind) {
            case URGENT_ALERT ->
                urgency == Urgency.EMERGENCY
                        ? List.of(
                                "Hello " + first + ", this is the clinic. You answered our question about how you are.",
                                "Have you read what the page told you? Please call the emergency number now if you have"
                                        + " not done so yet.",
                                "Is somebody with you? I stay on the line, and " + who + " is told at once.")
                        : List.of(
                                "Hello " + first + ", this is the clinic. You answered our question about how you are.",
                                "Have you read what the page told you to do today? Please do that first.",
                                who + " would like to talk with you today. Can I put you through, or when may we ring"
                                        + " you?",
                                "If it gets worse before that, do not wait for us.");
            case SILENT_CLIENT ->
                List.of(
                        "Hello " + first + ", this is the clinic. We asked how you are after your visit and have not"
                                + " heard from you.",
                        "How are you today? You need not tell me details; " + who + " can ring you back.",
                        "The question is still open on your page if you would rather write.");
            case WATCH ->
                List.of(
                        "Hello " + first + ", thank you for telling us how you are.",
                        "How is it now, compared with your answer? Is there anything new?",
                        "Take it easy today and leave out what hurts. Ring us if it gets stronger.");
            case UNSIGNED_NOTE, PROFILE_CHANGED -> List.of();
        };
    }
}
