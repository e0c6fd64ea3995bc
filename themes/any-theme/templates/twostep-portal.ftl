<#import "twostep-parts.ftl" as parts>
<#assign change = parts.change>
<#assign small = "pf-v5-u-font-size-sm pf-v5-u-color-200">

<#-- Which one the page shows: a form of an older tab does nothing to a later one. -->
<#macro about><input type="hidden" name="intake" value="${twostep.intake}"></#macro>

<#-- What came or is on its way is given up. -->
<#macro drop>
    <div class="pf-v5-u-mt-md">
        <@change do="drop"><@about/><button type="submit" id="twostep-drop" class="${parts.buttonClass("link")}">${msg("twostepPortalDrop")}</button></@change>
    </div>
</#macro>

<#-- The words that two screens have in common. -->
<#macro words>
    <p class="pf-v5-u-text-align-center pf-v5-u-my-md"><strong id="twostep-words" lang="en" class="pf-v5-u-font-size-2xl">${twostep.words}</strong></p>
</#macro>

<#-- Asks the server how far it is; without the script there is a button for it. -->
<#macro follow>
    <div data-twostep-follow="${twostep.own}/state" data-state="${twostep.state}" data-photo="${(twostep.tries!0)?c} ${twostep.flaw!}"></div>
    <form action="${twostep.own}" method="get"><button type="submit" id="twostep-look" class="${parts.buttonClass("secondary")}">${msg("twostepPortalLook")}</button></form>
</#macro>

<@parts.page title=msg("twostepPortalTitle")>
    <p class="pf-v5-u-mb-md pf-v5-u-text-break-word">
        <strong id="twostep-portal"><bdi>${twostep.portal}</bdi></strong><#if twostep.host?has_content><br><span dir="ltr" class="${small}">${twostep.host}</span></#if>
    </p>
    <#if !twostep.possible>
        <@parts.notice type="warning">${msg("twostepPortalNoFactor")}</@parts.notice>
        <p class="pf-v5-u-mt-md pf-v5-u-mb-lg"><a id="twostep-set-up" href="${twostep.me}" class="${parts.buttonClass("primary")}">${msg("twostepPortalNoFactorDo")}</a></p>
    <#elseif !twostep.fresh>
        <@parts.notice type="info">${msg("twostepPortalConfirmText")}</@parts.notice>
        <p class="pf-v5-u-mt-md pf-v5-u-mb-lg"><a id="twostep-confirm" href="${twostep.confirm}" class="${parts.buttonClass("primary")}">${msg("twostepPortalConfirm")}</a></p>
    <#elseif twostep.state == "none">
        <#include "twostep-portal-ways.ftl">
    <#elseif twostep.state == "ready">
        <#include "twostep-portal-proof.ftl">
    <#elseif twostep.state == "taken">
        <p>${msg("twostepPortalWords")}</p>
        <@words/>
        <p class="${small} pf-v5-u-mb-md">${msg("twostepPortalWordsWhy")}</p>
        <@change do="same"><@about/><button type="submit" id="twostep-same" class="${parts.buttonClass("primary")}">${msg("twostepPortalSame")}</button></@change>
        <div class="pf-v5-u-mt-sm">
            <@change do="different"><@about/><button type="submit" id="twostep-different" class="${parts.buttonClass("secondary")}">${msg("twostepPortalDifferent")}</button></@change>
        </div>
    <#else>
        <#if twostep.state == "started">
            <p>${msg("twostepPortalStarted")}</p>
            <@words/>
            <p class="${small} pf-v5-u-mb-md">${msg("twostepPortalStartedOther")}</p>
            <#if twostep.flaw?has_content><div id="twostep-flaw"><@parts.notice type="warning">${msg("twostepPortalPhoneFlaw")} ${msg("twostepPortalSaid-" + twostep.flaw)}</@parts.notice></div></#if>
        <#else>
            <p class="pf-v5-u-mb-md">${msg("twostepPortalSent")}</p>
        </#if>
        <@follow/>
        <@drop/>
    </#if>
    <p class="pf-v5-u-mt-md"><a id="twostep-all" href="${twostep.all}">${msg((twostep.state == "none" && !twostep.hasKey)?then("twostepPortalLater", "twostepPortalAll"))}</a></p>
    <@parts.script/>
</@parts.page>
