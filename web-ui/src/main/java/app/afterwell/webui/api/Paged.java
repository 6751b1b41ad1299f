package app.afterwell.webui.api;

import java.util.List;

/**
 * One page of a list.
 *
 * @param page from 0
 * @param total how many there are on all pages
 */
record Paged<T>(List<T> items, int page, int size, long total) {

    static <T> Paged<T> of(List<T> items, Paging paging, long total) {
        return new Paged<>(items, paging.index(), paging.limit(), total);
    }
}
