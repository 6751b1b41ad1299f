package app.afterwell.aftercare.engine;

import app.afterwell.domain.Region;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An item of the catalogue, as lists and pickers show it.
 *
 * @param code stable, such as {@code moist-heat}
 * @param title what the client reads
 * @param rank its place in the protocol, from 0
 * @param basic whether it is one of the basics; otherwise it is a specific item
 * @param switchedOn whether the clinic offers it at all
 * @param pickOnly whether it is offered only if the therapist picks it
 * @param regions where it can be done; empty means the whole body
 * @param minutes what it costs a day
 * @param background a note for the therapist, never for the client
 */
public record CatalogueItem(
        String code,
        String title,
        int rank,
        boolean basic,
        boolean switchedOn,
        boolean pickOnly,
        Set<Region> regions,
        int minutes,
        @Nullable String background) {

    public CatalogueItem {
        regions = Set.copyOf(regions);
    }

    /** Keys of the regions in their order from head to foot. */
    public List<Region> regionsInOrder() {
        return regions.stream().sorted().toList();
    }
}
