<#import "twostep-parts.ftl" as parts>
<@parts.page title=msg("twostepPhotoTitle")>
    <@parts.form>
        <input type="hidden" name="token" value="${twostep.token}">
        <@parts.text>
            <p>${msg("twostepPhotoStart")}</p>
            <p>${msg("twostepPhotoStartNot")}</p>
        </@parts.text>
        <@parts.actions>
            <@parts.button value="start" label="twostepPhotoBegin"/>
        </@parts.actions>
    </@parts.form>
    <@parts.script/>
</@parts.page>
