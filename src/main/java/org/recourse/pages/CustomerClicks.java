package org.recourse.pages;

/**
 * Takes what a customer sends in one transaction, and once more when it collides with a job: customers cannot be asked
 * to "look again and repeat".
 */
public interface CustomerClicks {

    void take(Runnable click);
}
