select "id", "provider_id", "url", "kind", "publisher", "title", "observed_on", "retrieved_on", "excerpt_only", "repost_of", "label"
from "source"
where "retracted_at" is null
order by "provider_id", "position";

select "id", "provider_id", "name"
from "provider_alias"
where "retracted_at" is null
order by "provider_id", "position";

select "id", "provider_id", "value", "since", "successor", "note", "source_id"
from "provider_status"
where "retracted_at" is null
order by "provider_id", "position";

select "id", "provider_id", "address", "city", "state", "zip", "phone", "basis", "latitude", "longitude", "placed_by", "source_id"
from "location"
where "retracted_at" is null
order by "provider_id", "position";

select "id", "provider_id", "count", "complete", "note", "source_id"
from "reach"
where "retracted_at" is null
order by "provider_id", "position";

select "reach_id", "state"
from "reach_state"
where "reach_id" in (select "id"
from "reach"
where "retracted_at" is null)
order by "reach_id", "place";

select "id", "provider_id", "name", "credential", "role", "specialty", "board_certified", "npi", "as_of", "note", "source_id"
from "clinician"
where "retracted_at" is null
order by "provider_id", "position";

select "id", "provider_id", "modality", "setting", "with_psychotherapy", "current", "note", "source_id"
from "offering"
where "retracted_at" is null
order by "provider_id", "position";

select "id", "provider_id", "service", "modality", "setting", "min", "max", "currency", "sessions", "minutes", "payer", "required", "introductory", "estimate", "as_of", "note", "source_id"
from "price_line"
where "retracted_at" is null
order by "provider_id", "position";

select "price_line_id", "name"
from "price_line_includes"
where "price_line_id" in (select "id"
from "price_line"
where "retracted_at" is null)
order by "price_line_id", "place";

select "id", "provider_id", "way", "accepted", "note", "source_id"
from "payment"
where "retracted_at" is null
order by "provider_id", "position";

select "id", "provider_id", "source_id"
from "treated_condition"
where "retracted_at" is null
order by "provider_id", "position";

select "treated_condition_id", "name"
from "treated_condition_name"
where "treated_condition_id" in (select "id"
from "treated_condition"
where "retracted_at" is null)
order by "treated_condition_id", "place";

select "id", "provider_id", "criterion", "level", "strength", "modality", "setting", "state", "basis", "at_least", "source_id"
from "finding"
where "retracted_at" is null
order by "provider_id", "position";

select "id", "provider_id", "kind", "stage", "date", "subject", "summary", "response", "source_id"
from "event"
where "retracted_at" is null
order by "provider_id", "position";

select "id", "provider_id", "criterion", "level", "strength", "modality", "setting", "state", "basis", "at_least", "source_id"
from "finding"
where "retracted_at" is null
and "provider_id" in (?, ?)
order by "provider_id", "position";

select "reach_id", "state"
from "reach_state"
where "reach_id" in (select "id"
from "reach"
where "retracted_at" is null
and "provider_id" in (?, ?))
order by "reach_id", "place";
