package app.afterwell.webui.portal;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** A kitchen clock that counts in the browser, so that it runs on when the connection is lost. */
@Tag("hold-timer")
@JsModule("./hold-timer.ts")
class HoldTimer extends Component {

    private static final JsonMapper JSON = new JsonMapper();

    /** @param name what is timed; the same name carries on where it was left on another page */
    HoldTimer(String name, HoldTime time) {
        Map<String, String> labels = Stream.of(
                        "hold",
                        "holdShort",
                        "holdDone",
                        "allDone",
                        "breathe",
                        "start",
                        "pause",
                        "carryOn",
                        "end",
                        "seconds",
                        "secondsShort",
                        "minutes",
                        "left",
                        "sound",
                        "holds")
                .collect(Collectors.toMap(label -> label, label -> getTranslation("portal.timer." + label)));
        getElement()
                .setAttribute("name", name)
                .setAttribute("seconds", String.valueOf(time.seconds()))
                .setAttribute("holds", String.valueOf(time.times()))
                .setAttribute("labels", JSON.writeValueAsString(labels));
    }

    /** The large form, with each hold, an end and its sound. */
    HoldTimer large() {
        getElement().setAttribute("big", true).setAttribute("heading-level", "2");
        return this;
    }
}
