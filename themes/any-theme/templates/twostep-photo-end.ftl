<#import "twostep-parts.ftl" as parts>
<#assign done = twostep.reason == "">
<@parts.page title=msg(done?then("twostepPhotoTitle", "twostepPhotoClosedTitle"))>
    <div id="twostep-photo-end" class="${parts.formClass}" data-reason="${twostep.reason}">
        <#if done>
            <@parts.notice type="success">${msg("twostepPhotoDone")}</@parts.notice>
            <@parts.text><p>${msg("twostepPhotoWords")}</p></@parts.text>
            <p class="pf-v5-u-text-align-center"><strong id="twostep-words" lang="en" class="pf-v5-u-font-size-2xl">${twostep.words}</strong></p>
        <#else>
            <@parts.text><p>${msg("twostepPhotoClosed-" + twostep.reason)}</p></@parts.text>
        </#if>
    </div>
</@parts.page>
