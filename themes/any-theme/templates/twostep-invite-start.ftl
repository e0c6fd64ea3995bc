<#import "twostep-parts.ftl" as parts>
<@parts.page title=msg("twostepInviteTitle")>
    <@parts.form>
        <input type="hidden" name="token" value="${twostep.token}">
        <@parts.text>
            <p>
                ${msg("twostepInviteFrom")}: <strong id="twostep-office"><bdi>${twostep.office}</bdi></strong><br>
                ${msg("twostepInviteDevice")}: <strong id="twostep-device"><bdi>${twostep.device}</bdi></strong>
            </p>
            <p>${msg("twostepInviteText")}</p>
            <ol>
                <li>${msg("twostepInviteStepInstall")}</li>
                <li>${msg("twostepInviteStepScan")}</li>
                <li>${msg("twostepInviteStepCode")}</li>
            </ol>
        </@parts.text>
        <#if twostep.shared><@parts.notice type="warning">${msg("twostepInviteShared")}</@parts.notice></#if>
        <@parts.text>
            <p>${msg("twostepInviteOneBrowser")}</p>
            <p><strong>${msg("twostepInviteClock")}</strong></p>
        </@parts.text>
        <@parts.clock/>
        <@parts.actions>
            <@parts.button value="start" label="twostepInviteStart"/>
        </@parts.actions>
    </@parts.form>
    <@parts.script/>
</@parts.page>
