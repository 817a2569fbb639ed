#pragma once

#include "base/edtf.hpp"
#include "trace/chronology/source_conflicts.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// A dated event of the chronology, as the timeline shows it.
struct ChronologyEvent {
    std::string id;
    std::string edtf;      ///< the date as found in the file (ISO 8601-2)
    std::string earliest;  ///< first possible day `YYYY-MM-DD` (`-000043-01-01` outside 0000-9999), `open` or `unknown`
    std::string latest;    ///< last possible day, likewise
    std::string date_kind;  ///< point, span (the event lasts), uncertain (one unknown day inside the bounds)
    std::string title, description;
    std::vector<std::string> actors;  ///< the first is the source, the others are targets or co-signatories
    std::vector<std::string> tags;
    std::string quad;  ///< VCOOP, MCOOP, VCONF, MCONF or empty
    std::string source, url, confidence;
    std::string title_kk = {}, title_ru = {};              ///< the title in Kazakh and Russian, where the file has them
    std::string description_kk = {}, description_ru = {};  ///< likewise
};

/// A claim that one event brought another about.
struct ChronologyLink {
    std::string from, to;
    std::string type;       ///< causes, enables
    std::string basis;      ///< literature (a source states it), proposed (the compiler's reading)
    std::string stated_in;  ///< the source; empty for proposed links
};

/// Events, what links them, and where sources disagree. Everything agrees with everything: dates can be read, links and
/// conflicts name known events, no event leads back to itself, no effect is over before its cause begins.
struct Chronology {
    std::vector<ChronologyEvent> events;  ///< in the order of the file
    std::vector<ChronologyLink> links;
    std::vector<SourceConflict> conflicts;
    std::vector<std::string>
        warnings;  ///< what is not wrong, but should be known: `file:line:column: what; what to do`
};

/// Checks and gathers a chronology. All problems of all tables are reported together:
/// - events (`id,edtf,title`; optional
/// `title_kk,title_ru,earliest,latest,date_kind,description,description_kk,description_ru,actors,tags,quad`,
/// `source_ref` or `source`,
///   `source_url` or `url`, `confidence`): no id, an id twice, a date that cannot be read, `earliest`, `latest` or
///   `date_kind` that disagree with the date (they are computed from it where the column is absent or the cell empty),
///   an unknown quad;
/// - links (`from,to,type,basis`; optional `stated_in`): unknown event, unknown type or basis, an event linked to
/// itself, the same
///   pair twice, effect before cause, and each circle of links with its ids (`e003 -> e007 -> e003`).
///   Warned of: links whose dates allow the effect to have begun first, `literature` without a source;
/// - conflicts: see `read_conflicts`.
/// Either table of links and conflicts may be null. Lists in cells are parted by `;`.
/// @throws InputError
[[nodiscard]] Chronology read_chronology(const Table& events, const Table* links = nullptr,
                                         const Table* conflicts = nullptr);

}  // namespace tarazy
