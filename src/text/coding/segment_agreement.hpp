#pragma once

#include "base/work.hpp"
#include "text/coding/segments.hpp"

#include <string>
#include <vector>

namespace tarazy {

struct SegmentAgreementOptions {
    std::vector<std::string> coders = {};  ///< to compare; empty = all that occur
    bool kappa_over_all_text = false;      ///< chance-corrected agreement over uncoded text too: it grows with silence
    Work work = {};
};

/// How far coders agree on segments, `statistic,basis,code,value,n_coders,characters,note`, for all codes together
/// (`code` empty) and each code. `basis` says over which characters: `coded text` = those that one coder of the pair or
/// both gave the code, `coded by two` = those that two coders or more coded, `all text` = every character of the
/// documents.
/// - percent_agreement, coded text: characters to which both gave the code over those to which one did, pooled over
/// pairs
///   of coders (and over codes): 100 x Jaccard's index;
/// - cu_alpha (coded by two), u_alpha and binary_alpha (all text), u_alpha of one code against the rest (all text) and
///   ku_alpha of one code (coded by two): see `unitizing_agreement`;
/// - percent_agreement, all text; with `kappa_over_all_text` cohen_kappa, the mean over pairs of coders (Light 1971).
/// Numbers over all text need `documents`; without them they have a note. Where a coder gave two codes to one place,
/// codes together have no alphas, since a place has then no one value; each code still has.
/// @param documents  all that the coders read, coded or not; empty = not known
/// @throws InputError with fewer than two coders, or for a segment outside its document
/// O(codes x coders^2 x segments)
[[nodiscard]] Table segment_agreement_table(const std::vector<Segment>& segments,
                                            const std::vector<DocumentLength>& documents, const std::string& path,
                                            const SegmentAgreementOptions& options);

}  // namespace tarazy
