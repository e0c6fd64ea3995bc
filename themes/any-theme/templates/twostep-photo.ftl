<#import "twostep-parts.ftl" as parts>
<@parts.page title=msg("twostepPhotoTitle")>
    <form id="twostep-form" class="${parts.formClass}" action="${url.loginAction}" method="post" enctype="multipart/form-data" data-twostep-once>
        <@parts.text><p>${msg("twostepPhotoWords")}</p></@parts.text>
        <p class="pf-v5-u-text-align-center"><strong id="twostep-words" lang="en" class="pf-v5-u-font-size-2xl">${twostep.words}</strong></p>
        <@parts.text><p>${msg("twostepPhotoHow")}</p></@parts.text>
        <div>
            <label for="picture" class="pf-v5-c-form__label">${msg("twostepPhotoFile")}</label>
            <p><input id="picture" name="picture" type="file" class="pf-v5-u-w-100" accept="image/jpeg,image/png" data-most="10000000" data-too-big="${msg("twostepPortalSaid-picture-too-big")}" required></p>
        </div>
        <p class="pf-v5-u-font-size-sm pf-v5-u-color-200">${msg("twostepPhotoLeft", twostep.left)}</p>
        <@parts.actions>
            <@parts.button value="send" label="twostepPhotoSend"/>
        </@parts.actions>
    </form>
    <@parts.script/>
</@parts.page>
