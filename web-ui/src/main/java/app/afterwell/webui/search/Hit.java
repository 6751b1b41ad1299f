package app.afterwell.webui.search;

import app.afterwell.webui.components.Glyph;
import com.vaadin.flow.router.QueryParameters;

/**
 * Something that was found.
 *
 * @param kind what it is, as a message key's last part
 * @param secret whether privacy mode hides it
 */
record Hit(Glyph glyph, String kind, String title, String detail, boolean secret, String path, QueryParameters query) {}
