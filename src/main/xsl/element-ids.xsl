<?xml version="1.0" encoding="UTF-8"?>
<!-- Turns a diagram into a Java class of constants: its process, elements, messages and escalation codes. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL">
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:variable name="upper" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZ'"/>
  <xsl:variable name="lower" select="'abcdefghijklmnopqrstuvwxyz'"/>

  <xsl:template match="/bpmn:definitions">
    <xsl:text>package org.recourse.model;&#10;&#10;/** Generated from the diagram of the same name. */&#10;</xsl:text>
    <xsl:value-of select="concat('public final class ', bpmn:process/@id, 'Ids {&#10;')"/>
    <xsl:call-template name="constant">
      <xsl:with-param name="name" select="'Process'"/>
      <xsl:with-param name="value" select="bpmn:process/@id"/>
    </xsl:call-template>
    <xsl:for-each select="bpmn:message | bpmn:escalation | bpmn:process//*[@id][not(self::bpmn:sequenceFlow)][not(contains(name(), 'EventDefinition'))]">
      <xsl:call-template name="constant">
        <xsl:with-param name="name" select="@id"/>
        <xsl:with-param name="value">
          <xsl:choose>
            <xsl:when test="self::bpmn:message"><xsl:value-of select="@name"/></xsl:when>
            <xsl:when test="self::bpmn:escalation"><xsl:value-of select="@escalationCode"/></xsl:when>
            <xsl:otherwise><xsl:value-of select="@id"/></xsl:otherwise>
          </xsl:choose>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:for-each>
    <xsl:value-of select="concat('&#10;    private ', bpmn:process/@id, 'Ids() {}&#10;}&#10;')"/>
  </xsl:template>

  <xsl:template name="constant">
    <xsl:param name="name"/>
    <xsl:param name="value"/>
    <xsl:text>    public static final String </xsl:text>
    <xsl:call-template name="constant-case">
      <xsl:with-param name="rest" select="$name"/>
    </xsl:call-template>
    <xsl:value-of select="concat(' = &quot;', $value, '&quot;;&#10;')"/>
  </xsl:template>

  <!-- UserTask_CallBack becomes USER_TASK_CALL_BACK -->
  <xsl:template name="constant-case">
    <xsl:param name="rest"/>
    <xsl:variable name="first" select="substring($rest, 1, 1)"/>
    <xsl:variable name="second" select="substring($rest, 2, 1)"/>
    <xsl:value-of select="translate($first, $lower, $upper)"/>
    <xsl:if test="$second and contains($upper, $second) and $first != '_'">_</xsl:if>
    <xsl:if test="$second">
      <xsl:call-template name="constant-case">
        <xsl:with-param name="rest" select="substring($rest, 2)"/>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
