package app.afterwell.webui.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is wanted; take it as {@code @Valid @ParameterObject Paging paging}.
 *
 * @param page from 0
 * @param size 50 if it is left out
 */
record Paging(
        @Nullable @Min(0) @Max(100_000) Integer page,
        @Nullable @Min(1) @Max(200) Integer size) {

    int index() {
        return page == null ? 0 : page;
    }

    int limit() {
        return size == null ? 50 : size;
    }
}
