#include "text/coding/workspace_codings.hpp"

namespace tarazy {
namespace {

// No views in the file: a schema that calls functions is not trusted.
#define TARAZY_CODE_NAMES                                                                       \
    "code_names AS ("                                                                           \
    " SELECT key AS id, json_extract(value, '$.code') AS code FROM entries WHERE kind = 'code'" \
    " UNION ALL"                                                                                \
    " SELECT key, json_extract(before, '$.code') FROM log AS gone"                              \
    " WHERE kind = 'code' AND before IS NOT NULL"                                               \
    " AND NOT EXISTS (SELECT 1 FROM entries WHERE kind = 'code' AND key = gone.key)"            \
    " AND number = (SELECT max(number) FROM log WHERE kind = 'code' AND key = gone.key))"

}  // namespace

const char* workspace_segments_query() {
    return "WITH " TARAZY_CODE_NAMES
           " SELECT json_extract(e.value, '$.doc'), json_extract(e.value, '$.start'), json_extract(e.value, '$.end'),"
           " json_extract(e.value, '$.coder'), coalesce(c.code, json_extract(e.value, '$.code')),"
           " coalesce(json_extract(e.value, '$.memo'), '')"
           " FROM entries e LEFT JOIN code_names c ON c.id = json_extract(e.value, '$.code')"
           " WHERE e.kind = 'coding' ORDER BY e.version";
}

const char* workspace_changes_query() {
    return "WITH " TARAZY_CODE_NAMES
           ", steps AS ("
           " SELECT number * 2 AS place, act, key, 0 AS adds, before AS value FROM log"
           " WHERE kind = 'coding' AND before IS NOT NULL"
           " UNION ALL"
           " SELECT number * 2 + 1, act, key, 1, after FROM log WHERE kind = 'coding' AND after IS NOT NULL),"
           " numbered AS (SELECT row_number() OVER (ORDER BY place) AS number, act, key, adds, value FROM steps)"
           " SELECT s.number, a.at, a.who, s.adds, json_extract(s.value, '$.doc'), json_extract(s.value, '$.start'),"
           " json_extract(s.value, '$.end'), json_extract(s.value, '$.coder'),"
           " coalesce(c.code, json_extract(s.value, '$.code')), coalesce(json_extract(s.value, '$.memo'), ''),"
           " u.number"
           " FROM numbered s JOIN acts a ON a.number = s.act"
           " LEFT JOIN code_names c ON c.id = json_extract(s.value, '$.code')"
           " LEFT JOIN numbered u ON a.undoes IS NOT NULL AND u.act = a.undoes AND u.key = s.key"
           " AND u.adds = 1 - s.adds ORDER BY s.number";
}

}  // namespace tarazy
