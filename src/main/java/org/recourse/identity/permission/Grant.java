package org.recourse.identity.permission;

import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;

/** One line of the permission table: what a group may do with one resource, or with all of a kind ({@code "*"}). */
public record Grant(String group, Resource resource, String resourceId, Permission... permissions) {}
