package app.afterwell.webui.therapist;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A row of numbers of which one is chosen. */
class Scale extends RadioButtonGroup<Integer> {

    /** @param part the part of the note that it changes */
    Scale(
            String label,
            String part,
            int least,
            int most,
            @Nullable Integer value,
            IntFunction<String> words,
            Consumer<Integer> onChange) {
        addClassName("scale");
        setLabel(label);
        NoteKeeper.keeps(this, part);
        getElement()
                .setAttribute(
                        "data-values",
                        IntStream.rangeClosed(least, most)
                                .mapToObj(String::valueOf)
                                .collect(Collectors.joining(",")));
        setItems(IntStream.rangeClosed(least, most).boxed().toList());
        setItemLabelGenerator(words::apply);
        if (value != null) {
            setValue(value);
        }
        addValueChangeListener(event -> {
            if (event.isFromClient() && event.getValue() != null) {
                onChange.accept(event.getValue());
            }
        });
    }
}
