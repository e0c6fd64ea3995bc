<#import "twostep-parts.ftl" as parts>
<#-- Same fields, form names and script as Keycloak's webauthn-authenticate.ftl: webauthnAuthenticate.js looks for them. -->
<@parts.page title=msg("twostepPasskeyTitle")>
    <div id="kc-form-webauthn" class="${parts.formClass}">
        <@parts.text><p>${msg("twostepPasskeyText")}</p></@parts.text>
        <noscript><@parts.notice type="warning">${msg("twostepPasskeyNoScript")}</@parts.notice></noscript>
        <form id="webauth" action="${url.loginAction}" method="post" hidden>
            <#list ["clientDataJSON", "authenticatorData", "signature", "credentialId", "userHandle", "error"] as name>
                <input type="hidden" id="${name}" name="${name}">
            </#list>
        </form>
        <#if authenticators??>
            <form id="authn_select" hidden>
                <#list authenticators.authenticators as authenticator>
                    <input type="hidden" name="authn_use_chk" value="${authenticator.credentialId}">
                </#list>
            </form>
        </#if>
        <@parts.actions>
            <button type="button" id="authenticateWebAuthnButton" class="${parts.buttonClass("primary")}" autofocus>${msg("twostepPasskeyUse")}</button>
        </@parts.actions>
        <#if twostep.others>
            <@parts.form>
                <@parts.button value="another" label="twostepAnother" type="link"/>
            </@parts.form>
        </#if>
    </div>
    <@parts.script/>
    <script type="module">
        <#outputformat "JavaScript">
        import { authenticateByWebAuthn } from ${(url.resourcesPath + "/js/webauthnAuthenticate.js")?c};
        const button = document.getElementById("authenticateWebAuthnButton");
        button.addEventListener("click", () => authenticateByWebAuthn({
            isUserIdentified: ${((isUserIdentified!"false")?string == "true")?c},
            challenge: ${challenge?c},
            userVerification: ${userVerification?c},
            rpId: ${rpId?c},
            createTimeout: ${createTimeout?c},
            errmsg: ${msg("webauthn-unsupported-browser-text")?c}
        }), { once: true });
        </#outputformat>
    </script>
</@parts.page>
