package app.afterwell.webui.portal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The line icons of the client's pages, drawn on a grid of 24; they say nothing that a word beside them does not. */
enum PortalIcon {
    BRAND("<path d='M3 15c4-9 14-9 18 0'/><path d='M8 18c2-4.5 6-4.5 8 0'/>"),
    HELP(
            "<circle cx='12' cy='12' r='9'/><circle cx='12' cy='12' r='3.8'/><path d='M5.7 5.700l3.6 3.600M14.7 14.700l3.6 3.600M18.3 5.700l-3.6 3.600M9.3 14.700l-3.6 3.6'/>"),
    TODAY(
            "<circle cx='12' cy='12' r='4.5'/><path d='M12 2.500v2M12 19.500v2M2.5 12h2M19.5 12h2M5.3 5.300l1.4 1.400M17.3 17.300l1.4 1.400M18.7 5.300l-1.4 1.400M6.7 17.300l-1.4 1.4'/>"),
    CALENDAR("<rect x='3.5' y='5' width='17' height='15.5' rx='2.5'/><path d='M3.5 10h17M8 2.800V7M16 2.800V7'/>"),
    FORM("<rect x='5' y='3' width='14' height='18' rx='2.5'/><path d='M9 8h6M9 12h6M9 16h3'/>"),
    PERSON("<circle cx='12' cy='8' r='4'/><path d='M4.5 20.500c1.2-8 13.8-8 15 0'/>"),
    STOP(
            "<path d='M8.2 2.800h7.600l5.4 5.400v7.600l-5.4 5.400H8.200l-5.4-5.400V8.200z'/><path d='M12 7.500v5.500M12 16.400v.1'/>"),
    WARN("<path d='M12 3.500L22 20.500H2z'/><path d='M12 10v4.500M12 17.400v.1'/>"),
    INFO("<circle cx='12' cy='12' r='9'/><path d='M12 11v5.500M12 7.600v.1'/>"),
    PAUSE("<path d='M8 5v14M16 5v14'/>"),
    CHECK("<path d='M4.5 12.500l5 5 10-11'/>"),
    CLOSE("<path d='M6 6l12 12M18 6L6 18'/>"),
    BACK("<path d='M14.5 5l-7 7 7 7'/>"),
    UNDO("<path d='M8.5 5L4 9.5 8.5 14'/><path d='M4.5 9.500H14a5.5 5.5 0 0 1 0 11H9'/>"),
    WAIT("<circle cx='12' cy='12' r='9'/><path d='M12 6.500V12l4 2.5'/>"),
    PHONE(
            "<path d='M6 3.500h3.200l1.6 4.3-2.2 1.700c1 2.3 2.7 4 5 5l1.7-2.2 4.3 1.600V17c0 2-1.5 3.5-3.5 3.500C9 20.5 3.5 14.5 3.5 7 3.5 5 4.5 3.5 6 3.500z'/>");

    private final String svg;

    PortalIcon(String shapes) {
        svg = "<svg class='pt-icon' viewBox='0 0 24 24' aria-hidden='true'>" + shapes + "</svg>";
    }

    /** The icon as markup, for the plain pages. */
    String svg() {
        return svg;
    }

    Markup create() {
        return Markup.inline(svg);
    }

    /** Every icon's markup by its name in lower case. */
    static Map<String, String> all() {
        return Arrays.stream(values())
                .collect(Collectors.toUnmodifiableMap(icon -> icon.name().toLowerCase(Locale.ROOT), icon -> icon.svg));
    }
}
