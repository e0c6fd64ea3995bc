<#import "twostep-parts.ftl" as parts>
<@parts.page title=msg("twostepOfferTitle")>
    <@parts.form>
        <@parts.text>
            <p>${msg("twostepOfferText")} <strong>${msg("twostepFactorName-" + twostep.factor)}</strong></p>
            <p>${msg("twostepOfferLaterText")}</p>
        </@parts.text>
        <@parts.actions>
            <@parts.button value="accept" label="twostepOfferAccept"/>
            <@parts.button value="later" label="twostepOfferLater" type="secondary"/>
            <@parts.button value="never" label="twostepOfferNever" type="link"/>
        </@parts.actions>
    </@parts.form>
    <@parts.script/>
</@parts.page>
