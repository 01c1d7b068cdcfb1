package org.recourse.engine.calls;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where a process owner may place a delegate, and what must stand beside it. A release that does otherwise is refused. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface UsedIn {

    /** The processes that give it what it reads. */
    String[] value();

    /** It changes something elsewhere, hence it runs in a job of its own, which is tried again. */
    boolean leavesTheMachine() default false;

    /** What it tells the customer has a time by which it is due, hence a timer follows. */
    boolean makesAPromise() default false;

    /** Money is decided with it, hence on every way to it a second person decided, or nobody had to. */
    boolean decidesAboutMoney() default false;
}
