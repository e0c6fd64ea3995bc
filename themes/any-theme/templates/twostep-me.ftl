<#import "twostep-parts.ftl" as parts>
<#assign icons = {"sms": "fa fa-mobile", "email": "fa fa-envelope", "totp": "fa fa-clock fa-clock-o", "passkey": "fa fa-key", "office": "fa fa-building", "recovery-codes": "fa fa-list", "pass": "fa fa-ticket"}>
<#assign colors = {"required": "pf-m-blue", "on": "pf-m-green", "off": "pf-m-orange", "idle": ""}>
<#assign link = "pf-v5-c-button pf-m-link pf-m-inline">

<#assign change = parts.change>
<#assign badge = parts.badge>

<#function kindName kind>
    <#return msg((kind == "recovery-codes")?then("twostepMeRecoveryCodes", "twostepFactorName-" + kind))>
</#function>

<#macro factor row id>
    <li class="pf-v5-c-data-list__item pf-v5-u-display-flex pf-v5-u-flex-direction-row pf-v5-u-py-md" data-factor="${row.kind}">
        <span class="pf-v5-u-font-size-xl pf-v5-u-mr-md pf-v5-u-color-200"><i class="fa-fw ${icons[row.kind]!}" aria-hidden="true"></i></span>
        <div class="pf-v5-u-flex-grow-1">
            <h3 id="${id}" class="pf-v5-u-font-weight-bold pf-v5-u-text-break-word">
                ${kindName(row.kind)}<#if (row.name!"")?has_content>: <bdi>${row.name}</bdi></#if>
            </h3>
            <#if (row.address!"")?has_content><p dir="ltr" class="pf-v5-u-text-break-word">${row.address}</p></#if>
            <#if (row.codesLeft!-1) gte 0><p>${msg("twostepMeCodesLeft", row.codesLeft)}</p></#if>
            <#if row.first || (row.suspended!false) || (row.passwordless!false)>
                <p class="pf-v5-u-my-xs">
                    <#if row.first><@badge color="pf-m-blue">${msg("twostepMeFirst")}</@badge></#if>
                    <#if row.suspended!false><@badge color="pf-m-orange">${msg("twostepMeSuspended")}</@badge></#if>
                    <#if row.passwordless!false><@badge>${msg("twostepMePasswordless")}</@badge></#if>
                </p>
            </#if>
            <p class="pf-v5-u-font-size-sm pf-v5-u-color-200">
                <#if row.id?has_content>
                    ${msg("twostepMeAdded", row.created?has_content?then(row.created, "–"))} ·
                    ${msg("twostepMeUsed", row.used?has_content?then(row.used, "–"))}
                <#else>
                    ${msg("twostepMeFromProfile")}
                </#if>
            </p>
            <@doings row=row id=id/>
        </div>
    </li>
</#macro>

<#macro doings row id>
    <div class="pf-v5-l-flex pf-v5-u-mt-sm">
        <#if row.canBeFirst>
            <@change do="first" credential=row.id>
                <input type="hidden" name="factor" value="${row.kind}">
                <button type="submit" class="${link}" aria-describedby="${id}">${msg("twostepMeAskFirst")}</button>
            </@change>
        </#if>
        <#if (row.replace!"")?has_content><a href="${row.replace}" class="${link}" aria-describedby="${id}">${msg("twostepMeReplace-" + row.kind)}</a></#if>
        <#if (row.remove!"")?has_content><a href="${row.remove}" class="${link}" aria-describedby="${id}">${msg("twostepMeRemove")}</a></#if>
    </div>
    <#if row.id?has_content && row.kind != "office">
        <details class="pf-v5-u-mt-sm">
            <summary class="pf-v5-u-link-color" aria-describedby="${id}">${msg("twostepMeRename")}</summary>
            <@change do="rename" credential=row.id>
                <label for="${id}-name" class="pf-v5-c-form__label pf-v5-u-mt-sm">${msg("twostepMeName")}</label>
                <div class="pf-v5-c-input-group">
                    <span class="${(properties.kcInputClass!"")}"><input id="${id}-name" name="name" type="text" value="${row.name!""}" maxlength="${twostep.longest?c}" autocomplete="off" required></span>
                    <button type="submit" class="${properties.kcButtonSecondaryClass!properties.kcButtonDefaultClass!}">${msg("twostepMeSave")}</button>
                </div>
            </@change>
        </details>
    </#if>
</#macro>

<#macro device row id>
    <li class="pf-v5-c-data-list__item pf-v5-u-display-flex pf-v5-u-flex-direction-row pf-v5-u-py-md" data-device="${row.id}">
        <span class="pf-v5-u-font-size-xl pf-v5-u-mr-md pf-v5-u-color-200"><i class="fa-fw fa fa-desktop" aria-hidden="true"></i></span>
        <div class="pf-v5-u-flex-grow-1">
            <h3 id="${id}" class="pf-v5-u-font-weight-bold pf-v5-u-text-break-word"><bdi>${row.name}</bdi></h3>
            <#if row.here || row.passcode>
                <p class="pf-v5-u-my-xs">
                    <#if row.here><@badge color="pf-m-blue">${msg("twostepMeDeviceHere")}</@badge></#if>
                    <#if row.passcode><@badge>${msg("twostepMeDevicePasscode")}</@badge></#if>
                </p>
            </#if>
            <p class="pf-v5-u-font-size-sm pf-v5-u-color-200">
                ${msg("twostepMeDeviceSince", row.since)} · ${msg("twostepMeUsed", row.used)}
                <#if row.until?has_content> · ${msg("twostepMeDeviceUntil", row.until)}</#if>
            </p>
            <div class="pf-v5-l-flex pf-v5-u-mt-sm">
                <@change do="forget-device" credential=row.id>
                    <button type="submit" class="${link}" aria-describedby="${id}">${msg("twostepMeDeviceForget")}</button>
                </@change>
            </div>
            <#if row.here && row.passcode><@newPasscode id=id/></#if>
        </div>
    </li>
</#macro>

<#macro newPasscode id>
    <details class="pf-v5-u-mt-sm">
        <summary class="pf-v5-u-link-color" aria-describedby="${id}">${msg("twostepMePasscodeChange")}</summary>
        <@change do="passcode">
            <#list [["old", "twostepMePasscodeOld"], ["passcode", "twostepPasscodeNew"], ["repeat", "twostepPasscodeRepeat"]] as field>
                <label for="${id}-${field[0]}" class="pf-v5-c-form__label pf-v5-u-mt-sm">${msg(field[1])}</label>
                <span class="${(properties.kcInputClass!"")}"><input id="${id}-${field[0]}" name="${field[0]}" type="password" autocomplete="off" required></span>
            </#list>
            <p class="pf-v5-u-mt-sm">${msg("twostepPasscodeRule", twostep.least)}</p>
            <button type="submit" class="${properties.kcButtonSecondaryClass!properties.kcButtonDefaultClass!}">${msg("twostepMeSave")}</button>
        </@change>
    </details>
</#macro>

<#macro devices>
    <section aria-labelledby="twostep-devices" class="pf-v5-u-mb-lg">
        <h2 id="twostep-devices" class="pf-v5-c-title pf-m-lg pf-v5-u-mb-sm">${msg("twostepMeDevices")}</h2>
        <p class="pf-v5-u-mb-sm">${msg("twostepMeDevicesText")}</p>
        <ul class="pf-v5-c-data-list pf-m-compact" role="list">
            <#list twostep.devices as one><@device row=one id="twostep-device-" + one?index/></#list>
        </ul>
        <div class="pf-v5-u-mt-sm">
            <@change do="forget-devices">
                <button type="submit" id="twostep-forget-devices" class="${parts.buttonClass("secondary")}">${msg("twostepMeDevicesForget")}</button>
            </@change>
        </div>
    </section>
</#macro>

<@parts.page title=msg("twostepMeTitle")>
    <section aria-labelledby="twostep-state" class="pf-v5-u-mb-lg" data-twostep-state="${twostep.state}">
        <p class="pf-v5-u-color-200 pf-v5-u-mb-sm pf-v5-u-text-break-word"><bdi>${twostep.user}</bdi></p>
        <p id="twostep-state" class="pf-v5-u-mb-sm">
            <span class="pf-v5-c-label ${colors[twostep.state]}"><span class="pf-v5-c-label__content"><span class="pf-v5-c-label__text">${msg("twostepMeState-" + twostep.state)}</span></span></span>
        </p>
        <@parts.text>
            <p>${msg("twostepMeText-" + twostep.state)}<#if twostep.state == "required"> ${msg("twostepMeRule-" + twostep.rule)}</#if></p>
        </@parts.text>
        <#if twostep.state == "off">
            <@change do="on"><button type="submit" id="twostep-turn-on" class="${parts.buttonClass("primary")} pf-v5-u-mt-md">${msg("twostepMeTurnOn")}</button></@change>
        <#elseif twostep.turnOff?has_content>
            <a id="twostep-turn-off" href="${twostep.turnOff}" class="${parts.buttonClass("secondary")} pf-v5-u-mt-md">${msg("twostepMeTurnOff")}</a>
        </#if>
    </section>

    <section aria-labelledby="twostep-factors" class="pf-v5-u-mb-lg">
        <h2 id="twostep-factors" class="pf-v5-c-title pf-m-lg pf-v5-u-mb-sm">${msg("twostepMeFactors")}</h2>
        <#if twostep.factors?has_content>
            <ul class="pf-v5-c-data-list pf-m-compact" role="list">
                <#list twostep.factors as one><@factor row=one id="twostep-factor-" + one?index/></#list>
            </ul>
        <#else>
            <p>${msg("twostepMeNone")}</p>
        </#if>
    </section>

    <#include "twostep-me-offices.ftl">
    <#if twostep.add?has_content>
        <section aria-labelledby="twostep-add" class="pf-v5-u-mb-lg">
            <h2 id="twostep-add" class="pf-v5-c-title pf-m-lg pf-v5-u-mb-sm">${msg("twostepMeAdd")}</h2>
            <ul role="list">
                <#list twostep.add as one>
                    <li class="pf-v5-u-mb-sm">
                        <a href="${one.link}" data-add="${one.kind}" class="${properties.kcFormSocialAccountListButtonClass!parts.buttonClass("secondary")}">
                            <i class="fa-fw pf-v5-u-flex-shrink-0 ${icons[one.kind]!}" aria-hidden="true"></i>
                            <span class="pf-v5-u-flex-grow-1 pf-v5-u-text-align-left pf-v5-u-text-wrap pf-v5-u-text-break-word pf-v5-u-ml-md">
                                ${kindName(one.kind)}<br><small>${msg("twostepFactorHelp-" + one.kind)}</small>
                            </span>
                        </a>
                    </li>
                </#list>
            </ul>
        </section>
    </#if>

    <#if twostep.devices?has_content><@devices/></#if>
    <#include "twostep-me-apppasswords.ftl">

    <#if (twostep.portals!"")?has_content><p class="pf-v5-u-mb-sm"><a id="twostep-portals" href="${twostep.portals}">${msg("twostepMePortals")}</a></p></#if>
    <p><a id="twostep-account" href="${twostep.account}">${msg("twostepMeAccount")}</a></p>
    <@parts.script/>
</@parts.page>
