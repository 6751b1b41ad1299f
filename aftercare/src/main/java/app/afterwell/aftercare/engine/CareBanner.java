package app.afterwell.aftercare.engine;

import app.afterwell.aftercare.engine.ProtocolDefinition.CareRow;
import app.afterwell.aftercare.engine.ProtocolDefinition.Where;
import app.afterwell.domain.BodyArea;
import app.afterwell.domain.ConditionEntry;
import app.afterwell.domain.Outcome;
import app.afterwell.domain.Region;
import app.afterwell.domain.SafetyProfile;
import app.afterwell.domain.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Decides what the staff reads before a session. */
final class CareBanner {

    private static final int DEEPEST = 5;

    private static final Comparator<ConditionEntry> BY_CODE = Comparator.comparing(ConditionEntry::code);

    private final List<CareRow> rows;
    private final Map<Region, Long> reach;

    CareBanner(List<CareRow> rows, Map<Region, Long> reach) {
        this.rows = List.copyOf(rows);
        this.reach = reach;
    }

    List<CareWarning> warnings(@Nullable SafetyProfile safety, @Nullable Outcome lastOutcome) {
        var warnings = new ArrayList<CareWarning>();
        List<ConditionEntry> entries = safety == null
                ? List.of()
                : safety.conditions().stream().sorted(BY_CODE).toList();
        for (CareRow row : rows) {
            if (row.lastOutcome() != null && lastOutcome != null && lastOutcome.compareTo(row.lastOutcome()) >= 0) {
                warnings.add(warning(
                        row,
                        row.lastOutcomeDetail() == null ? "" : row.lastOutcomeDetail(),
                        List.of(),
                        List.of("outcome=" + lastOutcome)));
            }
            var whole = new ArrayList<ConditionEntry>();
            var local = new ArrayList<ConditionEntry>();
            for (ConditionEntry entry : entries) {
                if (speaks(row, entry)) {
                    (isLocal(row, entry) ? local : whole).add(entry);
                }
            }
            if (!whole.isEmpty()) {
                warnings.add(warning(row, details(row, whole), List.of(), facts(whole)));
            }
            if (!local.isEmpty()) {
                var areas = new TreeSet<BodyArea>();
                local.forEach(entry -> areas.addAll(areas(row, entry)));
                warnings.add(warning(row, details(row, local), List.copyOf(areas), facts(local)));
            }
        }
        return warnings;
    }

    int pressureLimit(@Nullable SafetyProfile safety, BodyArea area) {
        int limit = DEEPEST;
        if (safety != null) {
            for (CareRow row : rows) {
                Integer most = row.maxPressure();
                if (most != null) {
                    for (ConditionEntry entry : safety.conditions()) {
                        if (speaks(row, entry) && Facts.actsOn(entry, area, reach)) {
                            limit = Math.min(limit, most);
                        }
                    }
                }
            }
        }
        return limit;
    }

    private static boolean speaks(CareRow row, ConditionEntry entry) {
        if (row.unlessCleared() && Facts.isCleared(entry)) {
            return false;
        }
        return row.details().containsKey(entry.code())
                || (row.anyConditionWithAreas() != null && !entry.areas().isEmpty());
    }

    private static boolean isLocal(CareRow row, ConditionEntry entry) {
        return row.where() != Where.WHOLE_BODY
                && (!entry.areas().isEmpty() || row.defaultAreas().containsKey(entry.code()));
    }

    private List<BodyArea> areas(CareRow row, ConditionEntry entry) {
        if (entry.areas().isEmpty()) {
            return row.defaultAreas().getOrDefault(entry.code(), Set.of()).stream()
                    .sorted()
                    .map(region -> new BodyArea(region, Side.BOTH))
                    .toList();
        }
        var areas = new ArrayList<BodyArea>(entry.areas());
        if (row.where() == Where.OWN_AREAS_AND_REACH) {
            for (BodyArea area : entry.areas()) {
                for (Region region : Region.values()) {
                    if ((reach.getOrDefault(area.region(), 0L) & Masks.bit(region)) != 0) {
                        areas.add(new BodyArea(region, area.side()));
                    }
                }
            }
        }
        return areas;
    }

    private static String details(CareRow row, List<ConditionEntry> entries) {
        var sentences = new LinkedHashSet<String>();
        for (ConditionEntry entry : entries) {
            String own = row.details().get(entry.code());
            String general = row.anyConditionWithAreas();
            if (own != null) {
                sentences.add(own);
            } else if (general != null) {
                sentences.add(general);
            }
        }
        return String.join(" ", sentences);
    }

    private static List<String> facts(List<ConditionEntry> entries) {
        return entries.stream().map(entry -> entry.code().name()).distinct().toList();
    }

    private static CareWarning warning(CareRow row, String detail, List<BodyArea> areas, List<String> facts) {
        return new CareWarning(
                row.rule(),
                row.headline(),
                detail,
                areas,
                row.maxPressure(),
                row.stops(),
                List.of(new Because("before-session." + row.rule(), facts, List.of("OWN"), Evidence.CAUTION)));
    }
}
