<#import "twostep-parts.ftl" as parts>
<@parts.page title=msg("twostepOfficeLinkTitle")>
    <div class="${parts.formClass}">
        <@parts.text>
            <p><bdi>${twostep.office}</bdi> · <bdi id="twostep-device">${twostep.device}</bdi></p>
            <p>${msg("twostepOfficeLinkText")}</p>
        </@parts.text>
        <p class="pf-v5-u-my-md"><code id="twostep-link" dir="ltr" translate="no" class="pf-v5-u-text-break-word">${twostep.link}</code></p>
        <p class="pf-v5-u-text-align-center">
            <button type="button" id="twostep-copy" hidden data-twostep-copy="twostep-link" class="${parts.buttonClass("secondary")}">${msg("twostepAppPasswordCopy")}</button>
            <span role="status" id="twostep-copied" data-text="${msg("twostepAppPasswordCopied")}"></span>
        </p>
        <@parts.text><p>${msg("twostepOfficeLinkUntil")} <strong>${twostep.until}</strong></p></@parts.text>
        <@parts.notice type="warning">${msg("twostepOfficeLinkOnce")}</@parts.notice>
        <@parts.actions>
            <a id="twostep-back" href="${twostep.own}" class="${parts.buttonClass("primary")}">${msg("twostepOfficeBack")}</a>
        </@parts.actions>
    </div>
    <@parts.script/>
</@parts.page>
