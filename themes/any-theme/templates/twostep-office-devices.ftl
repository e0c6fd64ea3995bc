<#-- The devices of an office; included by twostep-office.ftl, whose assignments it uses. -->
<#assign stateColors = {"active": "pf-m-green", "invited": "pf-m-blue", "revoked": "", "ended": ""}>

<#macro officeDevice device id>
    <li class="${row}" data-device="${device.id}" data-state="${device.state}">
        <span class="pf-v5-u-font-size-xl pf-v5-u-mr-md pf-v5-u-color-200"><i class="fa-fw fa fa-mobile" aria-hidden="true"></i></span>
        <div class="pf-v5-u-flex-grow-1">
            <h3 id="${id}" class="pf-v5-u-font-weight-bold pf-v5-u-text-break-word"><bdi>${device.label}</bdi></h3>
            <p class="pf-v5-u-my-xs">
                <@badge color=stateColors[device.state]>${msg("twostepOfficeState-" + device.state)}</@badge>
                <#if device.due><@badge color="pf-m-orange">${msg("twostepOfficeOldKey")}</@badge></#if>
                <#if device.ownerState == "gone" || device.ownerState == "disabled"><@badge color="pf-m-orange">${msg("twostepOfficeOwner-" + device.ownerState)}</@badge></#if>
            </p>
            <#if device.owner?has_content><p class="pf-v5-u-text-break-word">${msg("twostepOfficeOwner")} <bdi>${device.owner}</bdi></p></#if>
            <p class="${small}">
                ${msg("twostepMeAdded", device.enrolled?has_content?then(device.enrolled, "–"))} ·
                ${msg("twostepMeUsed", device.used?has_content?then(device.used, "–"))}
                <#if device.ended?has_content> · ${msg("twostepOfficeEnded", device.ended)}</#if>
            </p>
            <#if device.linkUntil?has_content><p class="${small}">${msg("twostepOfficeLinkOpen", device.linkUntil)}</p></#if>
            <#if twostep.fresh && device.state != "revoked" && device.state != "ended"><@officeDeviceDoings device=device id=id/></#if>
        </div>
    </li>
</#macro>

<#macro officeDeviceDoings device id>
    <@parts.later label=(device.state == "active")?then("twostepOfficeRenew", "twostepOfficeLinkAgain") describedby=id>
        <p class="pf-v5-u-mb-sm">${msg((device.state == "active")?then("twostepOfficeRenewText", "twostepOfficeLinkAgainText"))}</p>
        <@change do="renew" credential=device.id><button type="submit" class="${properties.kcButtonSecondaryClass!properties.kcButtonDefaultClass!}">${msg("twostepOfficeLinkMake")}</button></@change>
    </@parts.later>
    <@parts.later label="twostepMeRename" describedby=id>
        <@change do="rename" credential=device.id><@parts.line id=id + "-label" name="label" label="twostepOfficeLabel" button="twostepMeSave" value=device.label longest=twostep.longest/></@change>
    </@parts.later>
    <@parts.later label="twostepOfficeRevoke" describedby=id>
        <p class="pf-v5-u-mb-sm">${msg(twostep.shared?then("twostepOfficeRevokeShared", "twostepOfficeRevokeText"))}</p>
        <@change do="revoke" credential=device.id>
            <p class="pf-v5-c-check pf-v5-u-mb-sm">
                <input class="pf-v5-c-check__input" type="checkbox" id="${id}-sessions" name="sessions" value="end"<#if twostep.endSessions> checked</#if>>
                <label class="pf-v5-c-check__label" for="${id}-sessions">${msg("twostepOfficeRevokeSessions")}</label>
            </p>
            <button type="submit" class="${danger}">${msg("twostepOfficeRevoke")}</button>
        </@change>
    </@parts.later>
</#macro>

<section aria-labelledby="twostep-office-devices" class="pf-v5-u-mb-lg">
    <@parts.heading id="twostep-office-devices" title="twostepOfficeDevices" text="twostepOfficeDevicesText"/>
    <#if twostep.shared><@parts.notice type="warning">${msg("twostepOfficeSharedRisk")}</@parts.notice></#if>
    <#if twostep.devices?has_content>
        <ul class="pf-v5-c-data-list pf-m-compact" role="list">
            <#list twostep.devices as one><@officeDevice device=one id="twostep-device-" + one?index/></#list>
        </ul>
    <#else>
        <p>${msg("twostepOfficeNoDevices")}</p>
    </#if>
    <#if twostep.fresh>
        <div class="pf-v5-u-mt-md">
            <@change do="invite"><@parts.line id="twostep-invite" name="label" label="twostepOfficeInvite" button="twostepOfficeLinkMake" longest=twostep.longest/></@change>
            <p class="${small} pf-v5-u-mt-xs">${msg("twostepOfficeInviteHelp")}</p>
        </div>
    </#if>
    <#if twostep.revoked?has_content>
        <@parts.later label="twostepOfficeRevokedOnes">
            <ul class="pf-v5-c-data-list pf-m-compact" role="list">
                <#list twostep.revoked as one><@officeDevice device=one id="twostep-revoked-" + one?index/></#list>
            </ul>
        </@parts.later>
    </#if>
</section>

<#if twostep.shared && twostep.hasKey>
    <section aria-labelledby="twostep-office-key" class="pf-v5-u-mb-lg">
        <@parts.heading id="twostep-office-key" title="twostepOfficeKey" text="twostepOfficeKeyText"/>
        <#if twostep.rekeyDue><div id="twostep-rekey-due"><@parts.notice type="danger">${msg("twostepOfficeRekeyDue")}</@parts.notice></div></#if>
        <#if twostep.fresh>
            <@parts.later label="twostepOfficeRekey">
                <@change do="rekey">
                    <label for="twostep-rekey-days" class="pf-v5-c-form__label">${msg("twostepOfficeRekeyUntil")}</label>
                    <span class="${(properties.kcInputClass!"")} pf-v5-u-mb-sm">
                        <select id="twostep-rekey-days" name="days">
                            <#list [0, 1, 7, 30] as days><option value="${days?c}"<#if days == (twostep.rekeyDue?then(0, 7))> selected</#if>>${msg("twostepOfficeRekeyDays", days)}</option></#list>
                        </select>
                    </span>
                    <button type="submit" class="${danger}">${msg("twostepOfficeRekey")}</button>
                </@change>
            </@parts.later>
        </#if>
    </section>
</#if>
