<#import "twostep-parts.ftl" as parts>
<#assign done = twostep.reason == "">
<@parts.page title=msg(done?then("twostepInviteDoneTitle", "twostepInviteClosedTitle"))>
    <div id="twostep-invite-end" class="${parts.formClass}" data-reason="${twostep.reason}">
        <#if done>
            <@parts.notice type="success">${msg("twostepInviteDone")}</@parts.notice>
            <@parts.text>
                <p><bdi id="twostep-office">${twostep.office}</bdi> · <bdi id="twostep-device">${twostep.device}</bdi></p>
                <p>${msg("twostepInviteDoneText")}</p>
            </@parts.text>
        <#else>
            <@parts.text><p>${msg("twostepInviteClosed-" + twostep.reason)}</p></@parts.text>
        </#if>
    </div>
</@parts.page>
