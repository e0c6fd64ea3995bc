<#import "twostep-parts.ftl" as parts>
<@parts.page title=msg("twostepOfficesTitle")>
    <p class="pf-v5-u-color-200 pf-v5-u-mb-sm pf-v5-u-text-break-word"><bdi>${twostep.user}</bdi></p>
    <#if twostep.offices?has_content>
        <p class="pf-v5-u-mb-sm">${msg("twostepOfficesText")}</p>
        <ul class="pf-v5-c-list pf-v5-u-mb-lg">
            <#list twostep.offices as one><li><a data-office href="${one.link}"><bdi>${one.name}</bdi></a></li></#list>
        </ul>
    <#else>
        <p class="pf-v5-u-mb-lg">${msg("twostepOfficesNone")}</p>
    </#if>
    <p><a id="twostep-me" href="${twostep.me}">${msg("twostepOfficeMe")}</a></p>
    <@parts.script/>
</@parts.page>
