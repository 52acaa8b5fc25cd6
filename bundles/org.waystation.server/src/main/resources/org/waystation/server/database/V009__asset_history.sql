-- What was changed at an asset, by asset.
create index record_of_asset on record ((data ->> 'assetId'), id)
    where deleted_at is null and kind = 'assetRevision';
