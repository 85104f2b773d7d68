-- The provider's events may name the payer. Nothing of their content is used, so nothing of it is kept.
update provider_event
set payload = jsonb_build_object(
        'created', payload->'created',
        'object', payload#>'{data,object,object}',
        'objectId', payload#>'{data,object,id}',
        'status', payload#>'{data,object,status}')
where payload ? 'data';
