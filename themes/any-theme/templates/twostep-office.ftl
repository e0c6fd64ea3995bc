<#import "twostep-parts.ftl" as parts>
<#assign change = parts.change>
<#assign badge = parts.badge>
<#assign small = "pf-v5-u-font-size-sm pf-v5-u-color-200">
<#assign row = "pf-v5-c-data-list__item pf-v5-u-display-flex pf-v5-u-flex-direction-row pf-v5-u-py-md">
<#assign danger = (properties.kcButtonClass!"") + " " + (properties.kcButtonSecondaryClass!properties.kcButtonDefaultClass!"") + " pf-m-danger">
<@parts.page title=msg("twostepOfficeTitle")>
    <p class="pf-v5-u-color-200 pf-v5-u-mb-md pf-v5-u-text-break-word"><strong id="twostep-office"><bdi>${twostep.office}</bdi></strong></p>
    <#if !twostep.fresh>
        <@parts.notice type="info">${msg("twostepOfficeConfirmText")}</@parts.notice>
        <p class="pf-v5-u-mt-sm pf-v5-u-mb-lg"><a id="twostep-confirm" href="${twostep.confirm}" class="${parts.buttonClass("primary")}">${msg("twostepOfficeConfirm")}</a></p>
    </#if>
    <#include "twostep-office-devices.ftl">
    <#include "twostep-office-accounts.ftl">
    <#include "twostep-office-log.ftl">
    <p><a id="twostep-all" href="${twostep.all}">${msg("twostepOfficeAll")}</a></p>
    <@parts.script/>
</@parts.page>
