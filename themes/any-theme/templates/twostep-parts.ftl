<#--
  What the pages of Twostep share. Takes the theme's own field.ftl and buttons.ftl where it has them
  (keycloak.v2 and its children), else the classes of the base theme: those have neither file.
-->
<#import "template.ftl" as layout>

<#assign fieldFile = .get_optional_template("field.ftl")>
<#if fieldFile.exists><#assign field = fieldFile.import()></#if>
<#assign hasGroup = (field.group)??>

<#assign buttonFile = .get_optional_template("buttons.ftl")>
<#if buttonFile.exists><#assign buttons = buttonFile.import()></#if>
<#assign hasActionGroup = (buttons.actionGroup)??>

<#-- A whole page; a message of the field `errors` is shown there and not once more at the top. When two clicks of one login are
     answered at once, Keycloak can hand over a message without text: then there is none. -->
<#macro page title errors="">
    <@layout.registrationLayout displayMessage=((message.summary)!"")?has_content && !(errors?has_content && messagesPerField.existsError(errors)); section>
        <#if section == "header">
            ${title}
        <#elseif section == "show-username">
            <@shownUsername title=title/>
        <#elseif section == "form">
            <#nested>
        </#if>
    </@layout.registrationLayout>
</#macro>

<#-- Mends two gaps of Keycloak's layouts: v2 labels another field than the shown user name, base drops the heading. -->
<#macro shownUsername title>
    <#if hasGroup>
        <label for="kc-attempted-username" class="pf-v5-screen-reader">
            <#if !realm.loginWithEmailAllowed>${msg("username")}<#elseif !realm.registrationEmailAsUsername>${msg("usernameOrEmail")}<#else>${msg("email")}</#if>
        </label>
    <#else>
        <h1 id="kc-page-title">${title}</h1>
    </#if>
</#macro>

<#-- Keycloak leaves no room between the shown user name and what follows it on small screens. -->
<#assign formClass = (properties.kcFormClass!"") + " pf-v5-u-pt-sm">

<#-- The form of a page: sent once, to the running login. -->
<#macro form>
    <form id="twostep-form" class="${formClass}" action="${url.loginAction}" method="post" novalidate data-twostep-once>
        <#nested>
    </form>
</#macro>

<#-- The error of a field as text, "" if it has none. -->
<#function errorOf name>
    <#return messagesPerField.existsError(name)?then(messagesPerField.get(name), "")>
</#function>

<#-- Label, control (nested) and error text of one field. -->
<#macro group name label>
    <#if hasGroup>
        <@field.group name=name label=label error=errorOf(name)><#nested></@field.group>
    <#else>
        <div class="${properties.kcFormGroupClass!}">
            <div class="${properties.kcLabelWrapperClass!}">
                <label for="${name}" class="${properties.kcLabelClass!}">${label}</label>
            </div>
            <div class="${properties.kcInputWrapperClass!}">
                <#nested>
                <#if errorOf(name)?has_content>
                    <span id="input-error-${name}" class="${properties.kcInputErrorMessageClass!}" aria-live="polite">${errorOf(name)}</span>
                </#if>
            </div>
        </div>
    </#if>
</#macro>

<#-- The attributes that tie a control to its error and help texts; Keycloak's own input macro leaves them out. -->
<#macro described name help="">
    <#local ids = errorOf(name)?has_content?then("input-error-" + name + " ", "") + help>
    <#if ids?has_content>aria-describedby="${ids?trim}"</#if> <#if errorOf(name)?has_content>aria-invalid="true"</#if>
</#macro>

<#-- keycloak.v2 styles a wrapper, the older themes the control itself. -->
<#macro control name>
    <#if hasGroup>
        <span class="${properties.kcInputClass!}<#if errorOf(name)?has_content> ${properties.kcError!}</#if>"><#nested "">
            <#if errorOf(name)?has_content && (field.errorIcon)??><@field.errorIcon error=errorOf(name)/></#if>
        </span>
    <#else>
        <#nested properties.kcInputClass!>
    </#if>
</#macro>

<#macro input name label autocomplete type="text" value="" inputmode="" help="" autofocus=false dir="ltr">
    <@group name=name label=label>
        <@control name=name; class>
            <input id="${name}" name="${name}" type="${type}" value="${value}" autocomplete="${autocomplete}" dir="${dir}"
                   spellcheck="false" <#if inputmode?has_content>inputmode="${inputmode}"</#if>
                   <#if class?has_content>class="${class}"</#if> <#if autofocus>autofocus</#if>
                   <@described name=name help=help/>>
        </@control>
    </@group>
</#macro>

<#-- Nested: the options. -->
<#macro select name label autocomplete>
    <@group name=name label=label>
        <@control name=name; class>
            <select id="${name}" name="${name}" autocomplete="${autocomplete}" <#if class?has_content>class="${class}"</#if>
                    <@described name=name/>>
                <#nested>
            </select>
            <#if hasGroup>
                <span class="${properties.kcFormControlUtilClass!}">
                    <span class="${properties.kcFormControlToggleIcon!}"><i class="fas fa-caret-down" aria-hidden="true"></i></span>
                </span>
            </#if>
        </@control>
    </@group>
</#macro>

<#-- A block of paragraphs. -->
<#macro text id="">
    <div<#if id?has_content> id="${id}"</#if> class="pf-v5-c-content"><#nested></div>
</#macro>

<#-- How to set a phone's clock. -->
<#macro clock open=false>
    <details id="twostep-clock"<#if open> open</#if>>
        <summary>${msg("twostepClockHow")}</summary>
        <@text>
            <p><strong>iPhone, iPad:</strong> ${msg("twostepClockIos")}</p>
            <p><strong>Android:</strong> ${msg("twostepClockAndroid")}</p>
        </@text>
    </details>
</#macro>

<#macro actions>
    <#if hasActionGroup>
        <@buttons.actionGroup><#nested></@buttons.actionGroup>
    <#else>
        <div class="${properties.kcFormGroupClass!}">
            <div class="${properties.kcFormButtonsClass!}"><#nested></div>
        </div>
    </#if>
</#macro>

<#-- type: primary, secondary or link. Plain markup, because the button macro of an older copy of keycloak.v2 takes other parameters. -->
<#macro button label value name="twostepAction" type="primary">
    <button type="submit" id="twostep-${value}" name="${name}" value="${value}" class="${buttonClass(type)}">${msg(label)}</button>
</#macro>

<#function buttonClass type>
    <#local kind = (type == "primary")?then(properties.kcButtonPrimaryClass!, (type == "secondary")?then(
        properties.kcButtonSecondaryClass!properties.kcButtonDefaultClass!, properties.kcButtonLinkClass!"pf-c-button pf-m-link"))>
    <#return [properties.kcButtonClass!, kind, properties.kcButtonBlockClass!, properties.kcButtonLargeClass!]?join(" ")?trim>
</#function>

<#-- Lets someone leave an action that they started in the account console. -->
<#macro cancel>
    <#if isAppInitiatedAction??>
        <button type="submit" id="twostep-cancel" name="cancel-aia" value="true" class="${buttonClass("link")}">${msg("doCancel")}</button>
    </#if>
</#macro>

<#-- type: info, success, warning or danger. -->
<#macro notice type>
    <#local icons = {"info": properties.kcFeedbackInfoIcon!, "success": properties.kcFeedbackSuccessIcon!,
        "warning": properties.kcFeedbackWarningIcon!, "danger": properties.kcFeedbackErrorIcon!}>
    <div class="${(properties.kcAlertClass!)?trim} pf-m-${type}">
        <div class="${properties.kcAlertIconClass!"pf-c-alert__icon"}"><span class="${icons[type]}" aria-hidden="true"></span></div>
        <span class="${properties.kcAlertTitleClass!}"><#nested></span>
    </div>
</#macro>

<#--
  A countdown: a fixed text without JavaScript; with it the seconds run, and the button of that id waits for them.
  {n} stands for the seconds until the script puts them in.
-->
<#macro countdown id text seconds button done="">
    <p id="${id}" data-twostep-seconds="${seconds?c}" data-text="${msg(text, "{n}")}" data-button="${button}"
       <#if done?has_content>data-done="${msg(done)}"</#if>>${msg(text, msg("twostepSeconds", seconds))}</p>
</#macro>

<#-- Where the code goes if the phone cannot be reached. -->
<#assign fallback = (twostep.fallback)!"">

<#-- States after which there may be news; only a phone's service sends receipts. -->
<#assign waiting = ["sending", "busy"]>
<#if ((twostep.kind)!"") == "sms"><#assign waiting = waiting + ["sent", "undelivered"]></#if>

<#-- How far the running message is. -->
<#macro delivery state>
    <#if state == "sending"><p>${msg("twostepDeliverySending")}</p>
    <#elseif state == "sent"><p>${msg("twostepSent")}</p>
    <#elseif state == "delivered"><p>${msg("twostepDeliveryDelivered")}</p>
    <#elseif state == "undelivered">
        <@notice type="danger">${msg(twostep.others?then("twostepDeliveryLostOthers", "twostepDeliveryLost"))}</@notice>
    <#elseif state == "moved">
        <@notice type="info">${msg("twostepDeliveryMoved")}<#if fallback?has_content> <strong dir="ltr">${fallback}</strong></#if></@notice>
    <#elseif state == "busy"><@notice type="warning">${msg("twostepDeliveryBusy")}</@notice>
    <#elseif state == "failed">
        <@notice type="danger">${msg((twostep.kind == "email")?then("twostepDeliveryFailedEmail", "twostepDeliveryFailedSms"))}</@notice>
    </#if>
</#macro>

<#-- Where the code went and how long it is good. -->
<#macro sentTo>
    <@text id="twostep-sent-to">
        <p>
            <#if twostep.destination?has_content>${msg("twostepSentTo-" + twostep.kind)} <strong dir="ltr">${twostep.destination}</strong><br></#if>
            ${msg("twostepCodeValid", twostep.minutes)}
        </p>
        <div id="twostep-delivery" role="status" data-state="${twostep.delivery}" data-url="${twostep.deliveryUrl}" data-waiting="${waiting?join(" ")}"><@delivery state=twostep.delivery/></div>
        <#if twostep.deliveryUrl?has_content && waiting?seq_contains(twostep.delivery)>
            <#-- Without these two parameters it is no answer: the running login is shown again, and that is all. -->
            <#local runningLogin = url.loginAction?replace("(session_code|execution)=[^&]*&?", "", "r")>
            <noscript><p><a id="twostep-check" href="${runningLogin}">${msg("twostepDeliveryCheck")}</a></p></noscript>
        </#if>
    </@text>
</#macro>

<#-- What to do when nothing comes; the button to send again stands elsewhere. -->
<#macro noMessage>
    <div id="twostep-no-message" role="group" aria-labelledby="twostep-no-message-title">
        <p><strong id="twostep-no-message-title">${msg("twostepNoMessage")}</strong> ${msg("twostepNoMessageHelp-" + twostep.kind)}</p>
        <#if twostep.resendInSeconds gt 0>
            <@countdown id="twostep-resend-wait" text="twostepResendIn" done="twostepResendNow" seconds=twostep.resendInSeconds button="twostep-resend"/>
        </#if>
    </div>
</#macro>

<#-- The states that the script may put in later. -->
<#macro deliveryStates>
    <#if twostep.deliveryUrl?has_content>
        <#list ["sending", "sent", "delivered", "undelivered", "moved", "busy", "failed"] as state>
            <template data-twostep-state="${state}"<#if state == "moved"> data-label="${msg("twostepLabel-email")}"</#if>><@delivery state=state/></template>
        </#list>
    </#if>
</#macro>

<#macro script>
    <script type="module" src="${url.resourcesPath}/js/twostep.js"></script>
</#macro>

<#-- Puts the set-up off, while policy grants that; tells how long. -->
<#macro postpone>
    <#if (twostep.postpone)!false>
        <@button value="postpone" label="twostepPostpone" type="link"/>
        <#if (twostep.postponeUntil)?has_content>
            <p class="pf-v5-u-text-align-center pf-v5-u-w-100"><small>${msg("twostepPostponeUntil")} ${twostep.postponeUntil}</small></p>
        <#elseif twostep.skipsLeft??>
            <p class="pf-v5-u-text-align-center pf-v5-u-w-100"><small>${msg("twostepSkipsLeft", twostep.skipsLeft)}</small></p>
        </#if>
    </#if>
</#macro>

<#-- The secret of an app: to be scanned, to be opened on the phone itself. -->
<#macro qr>
    <p class="pf-v5-u-text-align-center">
        <img id="twostep-qr" src="data:image/png;base64,${twostep.qr}" width="264" height="264" alt="${msg("twostepAppQr")}">
    </p>
    <p class="pf-v5-u-text-align-center"><a id="twostep-app-link" href="${twostep.uri}">${msg("twostepAppLink")}</a></p>
</#macro>

<#-- The same to be typed. -->
<#macro key>
    <@text>
        <p><strong>${msg("twostepAppManual")}</strong></p>
        <p>${msg("twostepAppSecret")}<br><strong><code id="twostep-secret" dir="ltr">${twostep.secret}</code></strong></p>
        <p>
            ${msg("twostepAppIssuer")}: <strong id="twostep-issuer"><bdi>${twostep.issuer}</bdi></strong><br>
            ${msg("twostepAppAccount")}: <strong id="twostep-account"><bdi>${twostep.account}</bdi></strong><br>
            ${msg("twostepAppKind")}: ${msg("twostepAppTimeBased")}, ${twostep.algorithm}, ${msg("twostepAppDigits", twostep.digits)}, ${msg("twostepSeconds", twostep.period)}
        </p>
    </@text>
</#macro>

<#-- A form of one button or field; without its token the server does nothing. -->
<#macro change do credential="">
    <form action="${url.loginAction}" method="post" data-twostep-once>
        <input type="hidden" name="token" value="${twostep.token}">
        <input type="hidden" name="do" value="${do}">
        <#if credential?has_content><input type="hidden" name="credential" value="${credential}"></#if>
        <#nested>
    </form>
</#macro>

<#macro badge color="">
    <span class="pf-v5-c-label pf-m-compact ${color}"><span class="pf-v5-c-label__content"><span class="pf-v5-c-label__text"><#nested></span></span></span>
</#macro>

<#-- Something that takes a second thought: opened first, then sent. -->
<#macro later label describedby="" open=false>
    <details class="pf-v5-u-mt-sm"<#if open> open</#if>>
        <summary class="pf-v5-u-link-color"<#if describedby?has_content> aria-describedby="${describedby}"</#if>>${msg(label)}</summary>
        <div class="pf-v5-u-mt-sm pf-v5-u-mb-sm"><#nested></div>
    </details>
</#macro>

<#-- One text field and its button side by side; wrong if the message of the page is about it. -->
<#macro line id name label button value="" longest=255 wrong=false>
    <label for="${id}" class="pf-v5-c-form__label">${msg(label)}</label>
    <div class="pf-v5-c-input-group">
        <span class="${(properties.kcInputClass!"")}"><input id="${id}" name="${name}" type="text" value="${value}" maxlength="${longest?c}" autocomplete="off" spellcheck="false" required<#if wrong> aria-invalid="true" autofocus</#if>></span>
        <button type="submit" class="${properties.kcButtonSecondaryClass!properties.kcButtonDefaultClass!}">${msg(button)}</button>
    </div>
</#macro>

<#-- The heading of a part of a page, and what it is about. -->
<#macro heading id title text="">
    <h2 id="${id}" class="pf-v5-c-title pf-m-lg pf-v5-u-mb-sm">${msg(title)}</h2>
    <#if text?has_content><p class="pf-v5-u-mb-sm">${msg(text)}</p></#if>
</#macro>

<#-- To the pages before and after this one of a long list. -->
<#macro turns at more query>
    <#if at gt 0 || more>
        <p class="pf-v5-l-flex pf-v5-u-mt-sm">
            <#if at gt 0><a data-turn="back" href="${twostep.own}?${query}${(at - 1)?c}">${msg("twostepOfficeBefore")}</a></#if>
            <#if more><a data-turn="on" href="${twostep.own}?${query}${(at + 1)?c}">${msg("twostepOfficeAfter")}</a></#if>
        </p>
    </#if>
</#macro>
