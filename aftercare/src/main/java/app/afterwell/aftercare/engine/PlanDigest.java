package app.afterwell.aftercare.engine;

import app.afterwell.domain.BodyArea;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Writes all that a plan says, each part with its length so that no two plans read the same, and hashes it. */
final class PlanDigest {

    private final StringBuilder text = new StringBuilder(1024);

    private PlanDigest() {}

    static String of(PlanResult plan) {
        var digest = new PlanDigest();
        digest.put("v" + plan.protocol().version());
        digest.put(plan.protocol().approved() ? "approved" : "draft");
        digest.items(plan.offered());
        digest.items(plan.later());
        digest.size(plan.review());
        for (var item : plan.review()) {
            digest.put(item.item());
            digest.areas(item.areas());
            digest.because(item.because());
        }
        digest.size(plan.withheld());
        for (var item : plan.withheld()) {
            digest.put(item.item());
            digest.areas(item.areas());
            digest.put(item.strength().name());
            digest.because(item.because());
        }
        digest.size(plan.checkIns());
        plan.checkIns().forEach(time -> digest.put(time.toString()));
        digest.size(plan.prompts());
        for (var prompt : plan.prompts()) {
            digest.put(prompt.prompt());
            digest.because(prompt.because());
        }
        return digest.hash();
    }

    private void items(List<PlanResult.PlanItem> items) {
        size(items);
        for (var item : items) {
            put(item.item());
            put(item.title());
            strings(item.steps());
            put(item.dose());
            put(item.days().toString());
            areas(item.areas());
            put(item.modified() ? "modified" : "as written");
            because(item.because());
        }
    }

    private void because(List<Because> list) {
        size(list);
        for (var because : list) {
            put(because.rule());
            strings(because.facts());
            strings(because.sources());
            put(because.evidence().name());
        }
    }

    private void areas(List<BodyArea> areas) {
        size(areas);
        for (var area : areas) {
            put(area.region().name());
            put(area.side().name());
        }
    }

    private void strings(List<String> list) {
        size(list);
        list.forEach(this::put);
    }

    private void size(List<?> list) {
        text.append('#').append(list.size()).append(';');
    }

    private void put(String part) {
        text.append(part.length()).append(':').append(part).append(';');
    }

    private String hash() {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
