import type { Language } from '../../kernel/language.ts';
import { renderDocument } from '../../platform/html/document.tsx';
import { type Place, pageUrl } from '../../platform/html/place.ts';
import type { Site } from '../../platform/html/site.ts';
import { translator } from '../../platform/messages/catalogue.ts';
import { BarList, type Category, type Reference, referenceMessages } from '../../reference/index.ts';
import { type Figure, FiguresOfPlace } from '../../statistics/index.ts';
import { CaseList, type CaseListProps } from './case-list.tsx';
import { Crumbs } from './crumbs.tsx';
import type { PracticeLink } from './page-ports.ts';

interface TopicProps {
  readonly site: Site;
  readonly language: Language;
  readonly reference: Reference;
  /** Published cases by category code. */
  readonly counts: ReadonlyMap<string, number>;
}

/** All topics under the groups of the tree, with what there is on each. */
export function renderTopicsPage(props: TopicProps): string {
  const { site, language, reference } = props;
  const t = translator(language, referenceMessages);
  const groups = childrenOf(reference, null);
  const most = Math.max(1, ...props.counts.values());
  return renderDocument({
    site,
    language,
    place: '/topics',
    title: t('topics.title'),
    description: t('topics.lead'),
    section: 'topics',
    children: (
      <>
        <div class="page-head">
          <h1>{t('topics.title')}</h1>
          <p class="lead">{t('topics.lead')}</p>
        </div>
        <div class="topic-groups">
          {groups.map((group) => (
            <section aria-labelledby={`topic-${group.code}`}>
              <h2 id={`topic-${group.code}`}>
                <a href={topicUrl(language, group.code)}>{group.name[language]}</a>
              </h2>
              <TopicBars {...props} most={most} topics={leavesBelow(reference, group)} />
            </section>
          ))}
        </div>
      </>
    ),
  });
}

/** One topic, with what is within it and its cases. */
export function renderTopicPage(
  props: TopicProps & {
    topic: Category;
    list: Omit<CaseListProps, 'language' | 'place' | 'narrow'>;
    practices: readonly PracticeLink[];
    figures: readonly Figure[];
  },
): string {
  const { site, language, reference, topic, list, practices, figures } = props;
  const t = translator(language, referenceMessages);
  const name = topic.name[language];
  const place: Place = `/topics/${topic.code}`;
  const words = topic.words[language].slice(0, 6);
  const within = childrenOf(reference, topic.code);
  return renderDocument({
    site,
    language,
    place,
    title: name,
    description: t('topic.description', { topic: name }),
    section: 'topics',
    unlisted: !list.isFirst,
    children: (
      <>
        <Crumbs language={language} path={pathTo(reference, language, topic, t('topics.title'))} />
        <div class="page-head">
          <h1>{name}</h1>
          {words.length === 0 ? null : (
            <p class="quiet measure">{t('topic.words', { words: words.join(', ') })}</p>
          )}
        </div>
        {within.length === 0 ? null : (
          <section class="topic-within" aria-labelledby="within">
            <h2 id="within">{t('topic.within')}</h2>
            <TopicBars {...props} topics={within} />
          </section>
        )}
        {practices.map(({ title, url }) => (
          <p class="practice-offer">
            <strong>{t('topic.practice')}</strong> <a href={url}>{title}</a>
          </p>
        ))}
        <CaseList
          {...list}
          {...{ language, place }}
          narrow={{ place: `/search?category=${topic.code}`, text: t('list.filter.region') }}
        />
        {list.isFirst ? <FiguresOfPlace {...{ language, reference, figures }} of="topic" /> : null}
      </>
    ),
  });
}

function TopicBars(props: TopicProps & { topics: readonly Category[]; most?: number }) {
  const { language, reference, counts, topics, most } = props;
  const t = translator(language, referenceMessages);
  const items = topics.map(({ code, name }) => ({
    name: name[language],
    url: topicUrl(language, code),
    count: sum(reference.descendants(code).map((one) => counts.get(one) ?? 0)),
  }));
  return (
    <BarList
      items={items.sort((a, b) => b.count - a.count)}
      describe={(count) => t('map.count', { count })}
      {...(most === undefined ? {} : { most })}
    />
  );
}

function topicUrl(language: Language, code: string): string {
  return pageUrl(language, `/topics/${code}`);
}

function childrenOf(reference: Reference, parent: string | null): Category[] {
  return reference.categories.filter((category) => category.parent === parent);
}

/** The leaves below a group; a group without any stands for itself. */
function leavesBelow(reference: Reference, group: Category): Category[] {
  const codes = reference.descendants(group.code);
  return reference.categories.filter(({ code }) => codes.includes(code) && reference.isLeaf(code));
}

function pathTo(reference: Reference, language: Language, topic: Category, all: string) {
  const path: { name: string; place: Place }[] = [];
  for (let above = topic.parent; above !== null; ) {
    const category = reference.category(above);
    if (category === undefined) break;
    path.unshift({ name: category.name[language], place: `/topics/${category.code}` });
    above = category.parent;
  }
  const root: { name: string; place: Place } = { name: all, place: '/topics' };
  return [root, ...path];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
