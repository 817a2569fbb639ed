#pragma once

#include "base/work.hpp"
#include "table/table.hpp"
#include "text/codes/coded_documents.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace tarazy {

/// Which of two codes stands more often with a third.
struct CodeRivals {
    std::string anchor, one, other;
};

struct CodeShareOptions {
    std::vector<std::pair<int, int>> windows;  ///< first and last year
    std::vector<std::string> groups;           ///< the first is the one whose standing among the others is wanted
    std::vector<std::string> anchors = {};     ///< codes of which is asked what stands with them
    std::vector<CodeRivals> rivals = {};
    std::size_t context = 1;  ///< sentences before and after that count as standing with a sentence
    std::size_t replicates = 1000;
    std::uint64_t seed = 1;
    unsigned threads = 0;
    Work work = {};
};

/// How often codes are spoken of, and which stand together.
///
/// share of a code: sentences with it / sentences, over the documents of a window together (a ratio estimate, Cochran
/// 1977). With an anchor: of the sentences with the anchor, the share that has the code in them or within the
/// context. rank of a code with an anchor: 1 + number of other codes with a larger share, the anchor left out.
/// first in a year: 1 / number of codes that have the largest share of the year with the anchor, if the code is among
/// them and the share is above zero.
/// Quantiles (`q05`, `q10`, `q50`, `q90`, `q95`) are over documents of the group and window drawn with replacement
/// (Efron 1979): sentences of one speech are no independent draws. Missing where a window has fewer than two documents.
/// A standing is taken draw by draw, groups drawn independently of each other: the share of the others with a smaller
/// number, equal ones half.
struct CodeShares {
    Table shares;  ///< `window,group,documents,sentences,code,count,share,q05,...`
    Table
        with;  ///< `window,group,anchor,code,anchor_sentences,together,share,q05,...,rank,rank_q05,...,years,years_first`
    Table rivals;  ///< `window,group,anchor,one,other,difference,q05,...`
    Table
        standings;  ///< `window,of,anchor,code,others,standing,q05,...,rank`: of the first group; `of` is share or with
    Table years;    ///< `group,year,documents,sentences,code,count,share,lower,upper`: 95 % by Clopper & Pearson 1934
    std::vector<std::string> notes;
};

/// @throws InputError for a code that is none; TooLittleData: no document in any window
/// O(groups x windows x replicates x documents x codes x anchors)
[[nodiscard]] CodeShares code_shares(const CodedDocuments& coded, const CodeShareOptions& options);

}  // namespace tarazy
