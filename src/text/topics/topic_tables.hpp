#pragma once

#include "table/table.hpp"
#include "text/topics/topic_model.hpp"

#include <cstdint>
#include <vector>

namespace tarazy {

/// The most probable words of a topic, the earlier by name where two are equal. O(words log most)
[[nodiscard]] std::vector<std::uint32_t> top_words(const TopicModel& model, std::size_t topic, std::size_t most);

/// `topic,rank,feature,probability`: the top words of each topic.
[[nodiscard]] Table topic_word_table(const TopicModel& model, std::size_t top_words);
/// `doc_id,topic,share`
[[nodiscard]] Table topic_document_table(const TopicModel& model);
/// `topic,prevalence,coherence,stability,words,alpha,keyword_share`
[[nodiscard]] Table topic_summary_table(const TopicModel& model, std::size_t top_words);
/// `chain,log_joint,first_half,second_half,likeness,reported`
[[nodiscard]] Table topic_chain_table(const TopicModel& model);

}  // namespace tarazy
