package org.recourse.text;

/** Something is refused, with a sentence for the person who tried. What the sentence says in English is for logs only. */
public abstract class Refusal extends RuntimeException {

    private final transient Saying saying;

    protected Refusal(Saying saying) {
        super(saying.toString());
        this.saying = saying;
    }

    /** What the person is told. */
    public Saying saying() {
        return saying;
    }
}
