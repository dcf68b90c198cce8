import { Breadcrumb, BreadcrumbItem, Title } from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { OVERVIEW } from '../shell/route';

interface Props {
  readonly title: string;
  /** What stands beside the title. */
  readonly children?: ReactNode;
}

/** The way back to the overview, and what this page is about. */
export function PageHeading({ title, children }: Props) {
  return (
    <>
      <Breadcrumb>
        <BreadcrumbItem to={OVERVIEW}>Overview</BreadcrumbItem>
        <BreadcrumbItem isActive>{title}</BreadcrumbItem>
      </Breadcrumb>
      <div className="dw-page-heading">
        <Title headingLevel="h1">{title}</Title>
        {children}
      </div>
    </>
  );
}
