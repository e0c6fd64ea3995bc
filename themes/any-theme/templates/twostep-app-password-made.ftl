<#import "twostep-parts.ftl" as parts>
<@parts.page title=msg(twostep.password?has_content?then("twostepAppPasswordMadeTitle", "twostepAppPasswordGoneTitle"))>
    <@parts.form>
        <#if twostep.password?has_content>
            <@parts.text><p>${msg("twostepAppPasswordMadeText")}</p></@parts.text>
            <p class="pf-v5-u-my-md pf-v5-u-text-align-center pf-v5-u-font-size-lg"><strong><code id="twostep-password" dir="ltr" translate="no" class="pf-v5-u-text-break-word">${twostep.password}</code></strong></p>
            <p class="pf-v5-u-text-align-center">
                <button type="button" id="twostep-copy" hidden data-twostep-copy="twostep-password" class="${parts.buttonClass("secondary")}">${msg("twostepAppPasswordCopy")}</button>
                <span role="status" id="twostep-copied" data-text="${msg("twostepAppPasswordCopied")}"></span>
            </p>
            <@parts.text id="twostep-app-password-use">
                <p>
                    ${msg("twostepAppPasswordUser")}: <strong id="twostep-user" dir="ltr" translate="no"><bdi>${twostep.user}</bdi></strong><br>
                    ${msg("twostepAppPasswordName")}: <strong><bdi>${twostep.name}</bdi></strong><br>
                    ${msg("twostepAppPasswordFor")}: <strong><#list twostep.applications as one><bdi>${one}</bdi><#sep>, </#sep></#list></strong><br>
                    ${msg(twostep.until?has_content?then("twostepAppPasswordUntil", "twostepAppPasswordDays"))}: <strong>${twostep.until?has_content?then(twostep.until, msg("twostepAppPasswordNever"))}</strong>
                </p>
            </@parts.text>
            <@parts.notice type="warning">${msg("twostepAppPasswordOnce")}</@parts.notice>
        <#else>
            <@parts.text><p>${msg("twostepAppPasswordGone")}</p></@parts.text>
        </#if>
        <@parts.actions>
            <@parts.button value="done" label="twostepAppPasswordDone"/>
        </@parts.actions>
    </@parts.form>
    <@parts.script/>
</@parts.page>
