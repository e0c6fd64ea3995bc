<#-- Who opened what; included by twostep-office.ftl, whose assignments it uses. -->
<section aria-labelledby="twostep-office-log" class="pf-v5-u-mb-lg">
    <@parts.heading id="twostep-office-log" title="twostepOfficeLog"/>
    <#if twostep.log?has_content>
        <ul class="pf-v5-c-data-list pf-m-compact" role="list">
            <#list twostep.log as one>
                <li class="${row}" data-use>
                    <div class="pf-v5-u-flex-grow-1">
                        <p class="pf-v5-u-text-break-word"><strong><bdi>${one.device}</bdi></strong> → <strong><bdi>${one.user}</bdi></strong></p>
                        <p class="${small} pf-v5-u-text-break-word">${one.at} · <bdi>${one.client}</bdi> · <bdi dir="ltr">${one.from}</bdi></p>
                    </div>
                </li>
            </#list>
        </ul>
        <@parts.turns at=twostep.logPage more=twostep.moreLog query="log="/>
        <p class="pf-v5-u-mt-sm"><a id="twostep-export" href="${twostep.own}/log.csv" download class="${parts.buttonClass("secondary")}">${msg("twostepOfficeExport")}</a></p>
    <#else>
        <p>${msg("twostepOfficeNoLog")}</p>
    </#if>
</section>
